using System.Text.Json.Serialization;

namespace Trellis.Server.Console.Keys.Aerostack;

/// <summary>A key of a project that was just made. It holds the key, and so it prints nothing of it.</summary>
/// <param name="ApiKey">The key.</param>
/// <param name="Name">What people call it.</param>
internal sealed record IssuedKey([property: JsonPropertyName("apiKey")] string ApiKey, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
