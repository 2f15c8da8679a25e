using System.Text.Json.Nodes;

namespace Trellis.EndToEnd.Tests.Ascend.Signing;

/// <summary>A server whose administrator has required signatures.</summary>
public sealed class SigningServer : IAsyncLifetime
{
    public const string Secret = "a secret that both sides know";

    internal GovernedServer Governed { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Governed.InitializeAsync();
        using var person = Governed.Person();
        await person.RequestAsync(
            HttpMethod.Put, "/api/governance/signing", new JsonObject { ["secret"] = Secret, ["require_signature"] = true });
    }

    public ValueTask DisposeAsync() => Governed.DisposeAsync();
}
