using System.Buffers;
using System.Security.Cryptography;

namespace Trellis.Server.Akshi.Agents.Files;

/// <summary>
/// Knows the part of a file that was read already. Up to 4 MiB all of it is compared, beyond that its first and its last 4 KiB: a log of a
/// gigabyte is not read again because a line was added.
/// </summary>
internal static class ReadPrefix
{
    private const long Whole = 4 << 20;
    private const int Sample = 4096;

    /// <summary>A digest of the first bytes of a file.</summary>
    public static string Mark(FileStream file, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (length <= Whole)
        {
            Append(hash, file, 0, length);
        }
        else
        {
            Append(hash, file, 0, Sample);
            Append(hash, file, length - Sample, Sample);
        }

        return "p" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, FileStream file, long from, long count)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            while (count > 0)
            {
                var read = RandomAccess.Read(file.SafeFileHandle, buffer.AsSpan(0, (int)Math.Min(buffer.Length, count)), from);
                if (read == 0)
                    return;

                hash.AppendData(buffer, 0, read);
                from += read;
                count -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
