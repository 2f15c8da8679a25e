using System.Security.Cryptography;
using Trellis.Server.Kernel.Secrets;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Webhooks;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Kernel.Tests.Webhooks;

/// <summary>The suite on PostgreSQL, in a schema of its own per test, and what only several servers on one store show.</summary>
public sealed class PostgresWebhookTests(PostgresFixture fixture) : WebhookSuite, IClassFixture<PostgresFixture>
{
    private readonly SecretProtector _shared = new(new SecretOptions(), RandomNumberGenerator.Create());
    private string _connectionString = "";

    public override async ValueTask InitializeAsync()
    {
        _connectionString = await (await fixture.DatabaseAsync()).CreateSchemaAsync();
        await base.InitializeAsync();
    }

    [Fact]
    public async Task A_subscription_made_on_one_server_is_heeded_by_the_other_at_once()
    {
        await using var other = new WebhookServer(Store, Time);
        (await Server.EnqueueAsync()).ShouldBe(0);

        await other.SubscribeAsync(Receiver.Url);

        (await Server.EnqueueAsync()).ShouldBe(1);
        Server.Outbox.MayHaveListeners(1, "test", "thing.done").ShouldBeTrue();
    }

    [Fact]
    public async Task Two_servers_deliver_each_event_once()
    {
        await using var first = await new WebhookServer(Store, Time, _shared).StartAsync();
        await using var second = await new WebhookServer(Store, Time, _shared).StartAsync();
        await Server.DisposeAsync();
        await first.SubscribeAsync(Receiver.Url, new WebhookSettings { RateLimitPerMinute = 1000 });

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => (number % 2 == 0 ? first : second).EnqueueAsync()));

        var ids = new List<string>();
        while (ids.Count < 60)
        {
            ids.Add((await Receiver.NextAsync()).DeliveryId);

            // Who found the other busy looks again a second later.
            Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        ids.Distinct().Count().ShouldBe(60);
        Receiver.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_server_that_cannot_open_the_secret_leaves_the_delivery_to_one_that_can()
    {
        await using var owner = new WebhookServer(Store, Time, _shared);
        await owner.SubscribeAsync(Receiver.Url);

        await Server.EnqueueAsync();
        await Server.Log.NextAsync(EventLog.SecretUnavailable);
        await Server.DisposeAsync();
        await owner.StartAsync();
        Time.Advance(TimeSpan.FromSeconds(60));
        var received = await Receiver.NextAsync();
        await owner.Log.NextAsync(EventLog.Delivered);

        (await owner.DeliveryAsync(received.DeliveryId)).Attempts.ShouldBe(1);
    }

    protected override StoreOptions Options() => StoreOptions.For(_connectionString);
}
