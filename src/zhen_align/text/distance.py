"""How many slips turn one word into another: letters lost, added, changed or swapped."""


def slips(a: str, b: str, most: int) -> int:
    """Return the number of slips between two words; `most` + 1 stands for any more.

    >>> slips("CheXpert", "CheXpret", 2), slips("cat", "dog", 1)
    (1, 2)
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    if a == b:
        return 0
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row = row, [i]
        for j, y in enumerate(b, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before = previous
    return min(row[-1], most + 1)


def near(a: str, b: str) -> bool:
    """Whether two words are nearly, perhaps exactly, the same.

    >>> near("uniprot", "uniport"), near("gpt", "gp"), near("transformer", "transporter")
    (True, False, True)
    """
    shorter = min(len(a), len(b))
    if shorter < 3 or max(len(a), len(b)) < 4:
        return a == b
    most = 2 if shorter >= 8 else 1
    return slips(a, b, most) <= most
