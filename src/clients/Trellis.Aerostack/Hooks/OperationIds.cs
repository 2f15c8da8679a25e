namespace Trellis.Aerostack;

/// <summary>The ids that the API's description gives the operations. Contract section 2.1.</summary>
internal static class OperationIds
{
    /// <summary>The id of an operation: <c>cacheGet</c> of <c>cache.get</c>.</summary>
    public static string Of(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? name : $"{name.AsSpan(0, dot)}{char.ToUpperInvariant(name[dot + 1])}{name.AsSpan(dot + 2)}";
    }
}
