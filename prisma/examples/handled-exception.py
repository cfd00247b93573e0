def read_number(text):
    try:
        return int(text)
    except ValueError as error:
        print("not a number:", error)
        return None
    finally:
        print("looked at", repr(text))


def total(texts):
    result = 0
    for text in texts:
        number = read_number(text)
        if number is not None:
            result += number
    return result
