using System.Text.Json.Nodes;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Broker;

/// <summary>A runtime with an agent whose requests need secrets, and a service that they may go to.</summary>
public abstract class BrokerTest : IAsyncLifetime
{
    /// <summary>The name under which the secret is stored; no environment has it.</summary>
    private protected const string SecretName = "TRELLIS_TEST_BROKER_KEY";

    /// <summary>What must appear nowhere but at the service.</summary>
    private protected const string Secret = "marker-5f2c9a7be1d84c60";

    private string _folder = "";

    private protected AkshiServer Server { get; private set; } = null!;

    private protected EchoService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Service = await EchoService.StartAsync();
        _folder = Directory.CreateTempSubdirectory("akshi-broker-").FullName;
        await File.WriteAllTextAsync(Path.Combine(_folder, "runtime.toml"), Toml(), AkshiServer.Cancellation);
        Server = await AkshiServer.StartAsync(new ServerSetup { DataDirectory = _folder });
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Service.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops the server and starts it anew on the same data.</summary>
    private protected async Task RestartAsync()
    {
        await Server.DisposeAsync();
        Server = await AkshiServer.StartAsync(new ServerSetup { DataDirectory = _folder });
    }

    /// <summary>All files of the data directory, as text of one byte a character.</summary>
    private protected async Task<string> DataAsync()
    {
        var texts = new List<string>();
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            // The server holds this one, which has nothing in it.
            if (Path.GetExtension(file) == ".lock")
                continue;

            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            texts.Add(await reader.ReadToEndAsync(AkshiServer.Cancellation));
        }

        return string.Concat(texts);
    }

    private protected async Task StoreSecretAsync(string value = Secret) =>
        (await Server.SendAsync("PUT", $"/api/v1/broker/secrets/{SecretName}", $$"""{"value":"{{value}}"}""")).ShouldBe(200);

    private protected Task<Reply> AskAsync(string url, string agent = "researcher") =>
        Server.PostAsync("/api/v1/broker/requests", new JsonObject { ["agent"] = agent, ["url"] = url }.ToJsonString());

    private string Toml() =>
        $$"""
        [[agents]]
        name = "researcher"
        kind = "declarative"
        file_pattern = "*.log"
        capabilities = ["http_fetch", "filesystem"]
        rules = [{ pattern = "x", severity = "info" }]

        [[agents.endpoints]]
        name = "service"
        url = "{{Service.Url}}v1"
        secret_env_var = "{{SecretName}}"

        [[agents.endpoints]]
        name = "open"
        url = "{{Service.Url}}open"

        [[agents]]
        name = "reader"
        kind = "declarative"
        file_pattern = "*.log"
        capabilities = ["filesystem"]
        rules = [{ pattern = "x", severity = "info" }]
        """;
}
