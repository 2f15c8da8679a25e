namespace Trellis.Server.Console.Components;

/// <summary>A bar of a chart.</summary>
/// <param name="Label">What stands below it.</param>
/// <param name="Parts">The heights of its parts, from the bottom, in the order of the chart's legend.</param>
public sealed record ChartBar(string Label, IReadOnlyList<double> Parts)
{
    /// <summary>The height of the whole bar.</summary>
    public double Total => Parts.Sum();
}
