using System.Text.Json.Nodes;

namespace Trellis.Server;

/// <summary>What a developer needs to call the server. Holds secrets, and prints none.</summary>
public sealed class ServerCredentials
{
    internal const string UrlMember = "url";

    private readonly JsonObject _content;

    internal ServerCredentials(JsonObject content) => _content = content;

    /// <summary>Where the server listens, as a caller on the same machine writes it.</summary>
    public Uri Url => new(_content[UrlMember]!.GetValue<string>());

    /// <summary>The value of one member of a platform's section, for example <c>Reveal("askii", "token")</c>.</summary>
    /// <param name="platform">The platform's name in lower case.</param>
    /// <param name="member">The member of its section.</param>
    /// <exception cref="KeyNotFoundException">There is no such section or member.</exception>
    public string Reveal(string platform, string member) =>
        Find(platform, member) ?? throw new KeyNotFoundException($"The credentials have no '{member}' for '{platform}'.");

    /// <summary>Names the server and none of the secrets.</summary>
    public override string ToString() => $"credentials for {_content[UrlMember]}";

    internal string? Find(string platform, string member) => _content[platform] is JsonObject section ? section[member]?.ToString() : null;
}
