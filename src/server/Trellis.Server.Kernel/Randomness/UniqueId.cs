using System.Buffers.Binary;

namespace Trellis.Server.Kernel.Randomness;

/// <summary>Makes ids that are never made again. Safe for concurrent use.</summary>
internal static class UniqueId
{
    private const int Size = 16;

    /// <summary>128 random bits as 32 lower-case hexadecimal digits.</summary>
    public static string NewHex()
    {
        Span<byte> bytes = stackalloc byte[Size];
        RandomBytes.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>A UUID of version 7 (RFC 9562, section 5.7): it begins with the time in milliseconds, so that ids are ordered as they are made.</summary>
    public static Guid NewVersion7(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[Size];
        RandomBytes.Fill(bytes);
        var milliseconds = now.ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)(milliseconds >> 16));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], (ushort)milliseconds);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
