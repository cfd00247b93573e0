# status: completed
# stdout: [0, 3, 6]\n
import asyncio


async def job(n):
    total = 0
    for i in range(3):
        await asyncio.sleep(0)
        total += i * n
    return total


async def main():
    print(await asyncio.gather(*(job(k) for k in range(3))))


asyncio.run(main())
