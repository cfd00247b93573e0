def encode(text):
    """Writes runs of a character as the character and a count."""
    result = ""
    index = 0
    while index < len(text):
        character = text[index]
        count = 1
        while index + count < len(text) and text[index + count] == character:
            count += 1
        result += character + (str(count) if count > 1 else "")
        index += count
    return result
