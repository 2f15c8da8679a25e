using System.Globalization;

namespace Trellis.Server.Console.Storage;

/// <summary>Sizes as people read them.</summary>
internal static class ByteCount
{
    private static readonly string[] Units = ["bytes", "KiB", "MiB", "GiB", "TiB"];

    /// <summary>The size in the largest unit of which there is one.</summary>
    public static string Describe(long bytes)
    {
        var (amount, unit) = ((double)bytes, 0);
        for (; amount >= 1024 && unit < Units.Length - 1; unit++)
            amount /= 1024;
        return unit == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes} {(bytes == 1 ? "byte" : Units[0])}")
            : string.Create(CultureInfo.InvariantCulture, $"{amount:0.0} {Units[unit]}");
    }
}
