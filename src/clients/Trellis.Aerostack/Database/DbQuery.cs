using System.Text.Json.Nodes;

namespace Trellis.Aerostack;

/// <summary>A statement with what the operation's description adds to it. Contract sections 1.3 and 2.2.1.</summary>
/// <param name="Sql">The statement, with <c>?</c> where a parameter belongs.</param>
/// <param name="Params">What the question marks stand for, in their order; <see langword="null"/> for none.</param>
public sealed record DbQuery(string Sql, IReadOnlyList<JsonNode?>? Params = null)
{
    /// <summary>By which the server's log finds the request, sent as <c>X-Request-ID</c>.</summary>
    /// <value><see langword="null"/>: nothing is sent.</value>
    public Guid? RequestId { get; init; }

    /// <summary>The version of the caller's SDK, sent as <c>X-SDK-Version</c>.</summary>
    /// <value><see langword="null"/>: nothing is sent.</value>
    public string? SdkVersion { get; init; }
}
