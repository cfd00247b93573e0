# status: raised|completed
print("\ud800")
