using System.Buffers;

namespace Trellis.Server.Kernel.Models;

/// <summary>Reads the body of an answer.</summary>
internal static class UpstreamBody
{
    private const int SmallestRead = 16 * 1024;

    /// <summary>Reads up to <paramref name="limit"/> bytes.</summary>
    /// <returns>The bytes, and whether they are all there were.</returns>
    public static async ValueTask<(ReadOnlyMemory<byte> Bytes, bool IsWhole)> ReadAsync(
        HttpResponseMessage response, long limit, UpstreamClock clock)
    {
        await using var body = await response.Content.ReadAsStreamAsync(clock.Token);
        var bytes = new ArrayBufferWriter<byte>();
        while (true)
        {
            clock.Start(UpstreamPhase.Idle);
            var count = await body.ReadAsync(bytes.GetMemory(SmallestRead), clock.Token);
            clock.Pause();
            if (count == 0)
            {
                return (bytes.WrittenMemory, true);
            }

            bytes.Advance(count);
            if (bytes.WrittenCount > limit)
            {
                return (bytes.WrittenMemory[..(int)limit], false);
            }
        }
    }
}
