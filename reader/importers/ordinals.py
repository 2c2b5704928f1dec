"""The value of a number in the head of a chapter."""

HAN_DIGITS = "〇零○一二三四五六七八九十百千两兩"
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_WORDS |= {"nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
_VALUES = {character: value for value, character in enumerate("〇一二三四五六七八九")}
_VALUES |= {"零": 0, "○": 0, "两": 2, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def read_number(text: str) -> int:
    """The value of a number in figures, Chinese, Roman or English; 0 where it has none."""
    plain = text.strip().lower()
    if plain.isdecimal():
        return int(plain)
    if plain in _WORDS:
        return _WORDS[plain]
    if plain and set(plain) <= _ROMAN.keys():
        return _read_roman(plain)
    return _read_han(plain)


def _read_roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _read_han(text: str) -> int:
    """百二十 is 120, 一〇三 is 103."""
    if not set(text) & _UNITS.keys():
        digits = "".join(str(_VALUES[one]) for one in text if one in _VALUES)
        return int(digits) if digits else 0
    total, digit = 0, 0
    for one in text:
        if one in _UNITS:
            total += max(1, digit) * _UNITS[one]
            digit = 0
        else:
            digit = int(one) if one.isdecimal() else _VALUES.get(one, 0)
    return total + digit
