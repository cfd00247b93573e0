# status: completed
globals()["</script>"] = 1
globals()["a\nb"] = 2
globals()["x" * 100000] = 3
globals()["\ud800"] = 4
for number in range(50):
    exec(f"def {'f' * 3000}{number}(): return {number}")
