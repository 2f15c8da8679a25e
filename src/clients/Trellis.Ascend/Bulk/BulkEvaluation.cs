namespace Trellis.Ascend;

/// <summary>What became of many actions. Contract section 2.14.</summary>
public sealed record BulkEvaluation
{
    /// <summary>One entry per action, in the order in which the actions were given.</summary>
    public required IReadOnlyList<BulkEvaluationItem> Results { get; init; }

    /// <summary>How many actions there were.</summary>
    public int Total => Results.Count;

    /// <summary>How many were evaluated. One that was denied counts too.</summary>
    public int Succeeded => Results.Count(static item => item.Succeeded);

    /// <summary>How many could not be evaluated.</summary>
    public int Failed => Total - Succeeded;
}
