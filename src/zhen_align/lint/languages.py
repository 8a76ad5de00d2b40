"""What messages call the languages."""

from zhen_align.types import Lang

LANGUAGES = {Lang.ZH: "Chinese", Lang.EN: "English"}
