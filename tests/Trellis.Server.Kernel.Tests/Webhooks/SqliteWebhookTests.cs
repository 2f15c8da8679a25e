using System.Text;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Kernel.Tests.Webhooks;

/// <summary>The suite on SQLite, in a folder of its own per test.</summary>
public sealed class SqliteWebhookTests : WebhookSuite
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-webhooks-").FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Where_nobody_listens_the_outbox_knows_it_without_a_query()
    {
        Server.Outbox.MayHaveListeners(1, "test", "thing.done").ShouldBeTrue("nobody has looked yet");

        await Server.EnqueueAsync();

        Server.Outbox.MayHaveListeners(1, "test", "thing.done").ShouldBeFalse();
    }

    [Fact]
    public async Task Who_subscribes_is_known_from_the_next_event_on()
    {
        await Server.EnqueueAsync();

        await Server.SubscribeAsync(Receiver.Url, new WebhookSettings { Events = ["thing.done"] });
        await Server.EnqueueAsync(Server.Event("other.done"));

        Server.Outbox.MayHaveListeners(1, "test", "thing.done").ShouldBeTrue();
        Server.Outbox.MayHaveListeners(1, "test", "other.done").ShouldBeFalse();
        Server.Outbox.MayHaveListeners(1, "other", "thing.done").ShouldBeFalse();
    }

    [Fact]
    public async Task The_files_of_the_database_hold_no_secret()
    {
        Receiver.Answer = async context => await context.Response.WriteAsync(
            $"you sent {context.Request.Headers["X-Api-Key"]} and know receiver-secret-1, whsec_somebodyelses");
        await Server.SubscribeAsync(Receiver.Url, new WebhookSettings
        {
            Secret = "receiver-secret-1",
            CustomHeaders = new Dictionary<string, string> { ["X-Api-Key"] = "header-value-1" },
        });
        await Server.EnqueueAsync();
        await Server.Log.NextAsync(EventLog.Delivered);

        foreach (var file in Directory.GetFiles(_folder))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var text = await reader.ReadToEndAsync(Cancellation);
            text.ShouldNotContain("receiver-secret-1");
            text.ShouldNotContain("header-value-1");
            text.ShouldNotContain("whsec_somebodyelses");
        }
    }

    protected override StoreOptions Options() => StoreOptions.For(Path.Combine(_folder, "trellis.db"));
}
