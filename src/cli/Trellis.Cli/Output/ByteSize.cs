using System.Globalization;

namespace Trellis.Cli;

/// <summary>Sizes for people: <c>512 B</c>, <c>1.5 KiB</c>, <c>2.0 GiB</c>.</summary>
internal static class ByteSize
{
    private static readonly string[] Units = ["KiB", "MiB", "GiB", "TiB"];

    public static string ForPeople(long bytes)
    {
        if (bytes < 1024) return string.Create(CultureInfo.InvariantCulture, $"{bytes} B");
        var size = bytes / 1024d;
        var unit = 0;
        for (; size >= 1023.95 && unit < Units.Length - 1; unit++) size /= 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{size:0.0} {Units[unit]}");
    }
}
