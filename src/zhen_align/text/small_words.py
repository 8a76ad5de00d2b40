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

_SHORT_TEXT = """
act add age ago aid aim air all any app arc are arm art ask bad bag bar bed bet big bit bot bow
box bus buy bug car cat cow cup cut day dig dog dot dry due ear eat egg end era etc eye far fat
few fit fix flu fly fun gap gas get got gun hat hot ice ill ink job key kit law lay led leg let
lie lot low map max may men met min mix new now nut odd off oil old one our out own pay per pet
pie pin pop pot pro put ran rat raw red rid rim row run sad sat saw say sea see set sex she sit
six sky son sub sum sun tab tag tax tea ten tie tin tip toe ton too top toy try two use van via
war way web wet win won yes yet zip am ad go up us me no oh ok pm vs ie eg he my th st nd rd et al
ex id un en
"""
SHORT_WORDS = frozenset(_SHORT_TEXT.split()) | SMALL
"""Words of up to three letters that need no dictionary to be known."""
