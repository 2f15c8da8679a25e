namespace Trellis;

/// <summary>An attempt is about to be sent.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path as the operation names it, without the base URL.</param>
/// <param name="CorrelationId">The call's correlation id, the same for all its attempts unless the platform says otherwise.</param>
/// <param name="Attempt">1 for the first attempt.</param>
public readonly record struct RequestEvent(string Method, string Path, string CorrelationId, int Attempt)
{
    /// <summary>The headers a hook may see: the correlation id alone, since the others can carry credentials.</summary>
    public IReadOnlyDictionary<string, string> Headers => new Dictionary<string, string>(1) { [HeaderNames.CorrelationId] = CorrelationId };
}
