using System.Net;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>A request to the server from inside it.</summary>
public sealed record InProcessRequest
{
    /// <summary>Who asks, and which platform.</summary>
    public required OperatorRequest Origin { get; init; }

    /// <summary>The method, in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path, escaped, with the query if there is one.</summary>
    public required string Target { get; init; }

    /// <summary>Headers beside those of the body.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body; read, and left open.</summary>
    /// <value>Default null: none.</value>
    public Stream? Body { get; init; }

    /// <summary>The type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Where the person is, for the audit trail.</summary>
    public IPAddress? RemoteAddress { get; init; }

    /// <summary>Names the request without its body.</summary>
    public override string ToString() => $"{Method} {Target} of {Origin.Platform}";
}
