namespace Trellis;

/// <summary>The circumstances of a failed call that its exception reports.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="Address">Where the request went: scheme, host, port and path.</param>
/// <param name="CorrelationId">The call's correlation id.</param>
/// <param name="Attempts">How many requests were made.</param>
internal readonly record struct FailedCall(string Operation, Uri Address, string CorrelationId, int Attempts)
{
    /// <summary>The method of the request.</summary>
    public HttpMethod? Method { get; init; }

    /// <summary>The credential that the request carried, for platforms whose credentials cannot be told by their look.</summary>
    public Secret? Token { get; init; }

    /// <summary>The statuses for which the operation declares an error body.</summary>
    public IReadOnlyList<int> DeclaredErrors { get; init; } = [];
}
