namespace Trellis.LoadTest;

/// <summary>The value in the middle.</summary>
internal static class Median
{
    /// <summary>The middle of some values, which it sorts.</summary>
    public static double Of(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
