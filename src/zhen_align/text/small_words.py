"""The small words of English: what tells a sentence from a name or a list of terms."""

_TEXT = """
a an the of in on at to for from with by as and or but nor not is are was were be been has have had
do does did can could may might will would shall should must it its this that these those which who
what when where why how we our us you your he she they their them i if than then so such there into
over under about between
"""
SMALL = frozenset(_TEXT.split())
_JOINERS_TEXT = "of the and for in on to a an de von la with at from by"
JOINERS = frozenset(_JOINERS_TEXT.split())
"""Those that stand inside names: Society for the Study of Rain."""
