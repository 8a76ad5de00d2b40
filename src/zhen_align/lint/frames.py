"""A short text to put the examples of rules into that need neighbours."""

_ZH = "泵把水送进水箱。\n{}\n操作员每天早晨检查阀门的压力。\n报告在周末寄给工厂的经理。"
_EN = (
    "The pump moves water into the tank.\n{}\n"
    "The operator checks the pressure of the valve every morning.\n"
    "The report is sent to the manager of the factory at the weekend."
)


def framed(zh: str, en: str) -> tuple[str, str]:
    """Return the two texts with a sentence each put in; either may be empty."""
    return _ZH.format(zh), _EN.format(en)
