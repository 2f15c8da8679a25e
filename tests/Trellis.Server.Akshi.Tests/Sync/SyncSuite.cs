using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Journal;
using Trellis.Server.Akshi.Nodes;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Sync;

/// <summary>Journals and their exchange, on any engine.</summary>
public abstract class SyncSuite : ServerTest
{
    private const string Path = "/api/v1/sync/envelopes";

    private readonly Ed25519Key _beta = new(RandomNumberGenerator.GetBytes(Ed25519Key.SeedLength));

    private IJournal Journal => Server.Services.GetRequiredService<IJournal>();

    [Fact]
    public async Task An_entry_is_read_back_with_its_hash_and_signature()
    {
        await Journal.AppendAsync("researcher", "note", "first", AkshiServer.Cancellation);
        await Journal.AppendAsync("researcher", null, "sec\ud800ond", AkshiServer.Cancellation);
        await Journal.AppendAsync("other", null, "x", AkshiServer.Cancellation);

        var envelopes = (await Server.GetAsync($"{Path}?agent=researcher&since=0")).ShouldBe(200).Json["envelopes"]!.AsArray();
        envelopes.Select(static envelope => envelope!["seq"]!.GetValue<int>()).ShouldBe([1, 2]);
        var entry = envelopes[0]!;
        entry["agent"]!.GetValue<string>().ShouldBe("researcher");
        entry["timestamp"]!.GetValue<string>().ShouldBe("2026-01-01T00:00:00Z");
        var payload = Convert.FromBase64String(entry["payload"]!.GetValue<string>());
        entry["payload_hash"]!.GetValue<string>().ShouldBe($"sha256:{Convert.ToHexStringLower(SHA256.HashData(payload))}");
        JsonNode.Parse(payload)!["text"]!.GetValue<string>().ShouldBe("first");
        NodeIdentity.IsSigned(
            entry["signer"]!.GetValue<string>(),
            $$"""{"agent":"researcher","payload_hash":"{{entry["payload_hash"]}}","seq":1}""",
            entry["signature"]!.GetValue<string>()).ShouldBeTrue();
    }

    [Fact]
    public async Task Since_is_the_last_number_seen()
    {
        for (var number = 0; number < 3; number++)
            await Journal.AppendAsync("a", null, "x", AkshiServer.Cancellation);

        (await SeqsAsync("?agent=a&since=1")).ShouldBe([2, 3]);
        (await SeqsAsync("?agent=a&since=1&limit=1")).ShouldBe([2]);
        (await SeqsAsync("?agent=a&since=3")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/v1/sync/convergence")]
    [InlineData(Path)]
    [InlineData(Path + "?agent=a&since=-1")]
    [InlineData(Path + "?agent=a&since=2026-01-01")]
    [InlineData(Path + "?agent=a&limit=0")]
    public async Task What_is_missing_or_wrong_is_refused(string path) => (await Server.GetAsync(path)).ShouldBeRefused(400, "bad_request");

    [Fact]
    public async Task A_node_alone_has_converged()
    {
        await using var alone = await AkshiServer.StartAsync(new ServerSetup());
        await alone.Services.GetRequiredService<IJournal>().AppendAsync("researcher", null, "x", AkshiServer.Cancellation);

        (await alone.GetAsync("/api/v1/sync/convergence?agent=researcher")).ShouldAnswer(
            """{"agent":"researcher","local_seq":1,"peers":[],"converged":true}""");
    }

    [Fact]
    public async Task The_journal_of_a_known_node_is_taken_in_order_and_once()
    {
        (await PostAsync("node-beta", Envelope(1), Envelope(2), Envelope(2), Envelope(4))).ShouldAnswer("""{"accepted":2,"rejected":2}""");
        (await PostAsync("node-beta", Envelope(3))).ShouldAnswer("""{"accepted":1,"rejected":0}""");

        (await SeqsAsync("?agent=theirs")).ShouldBe([1, 2, 3]);
        (await Server.GetAsync("/api/v1/sync/convergence?agent=theirs")).ShouldAnswer(
            """{"agent":"theirs","local_seq":3,"peers":[{"peer_id":"node-beta","acked_seq":3,"lag":0}],"converged":true}""");
        (await Server.GetAsync("/api/v1/metrics")).Text.ShouldContain("""akshi_sync_envelopes_total{direction="received"} 3""");
    }

    [Fact]
    public async Task A_peer_that_lacks_entries_has_not_converged()
    {
        await Journal.AppendAsync("researcher", null, "x", AkshiServer.Cancellation);

        (await Server.GetAsync("/api/v1/sync/convergence?agent=researcher")).ShouldAnswer(
            """{"agent":"researcher","local_seq":1,"peers":[{"peer_id":"node-beta","acked_seq":0,"lag":1}],"converged":false}""");
    }

    [Fact]
    public async Task What_nobody_known_has_signed_is_rejected()
    {
        (await PostAsync("node-gamma", Envelope(1))).ShouldAnswer("""{"accepted":0,"rejected":1}""");
        var foreign = new Ed25519Key(RandomNumberGenerator.GetBytes(Ed25519Key.SeedLength));

        (await PostAsync(
            "node-beta",
            Envelope(1, signer: foreign),
            """{"seq":1,"agent":"theirs","payload":"!","signature":"ed25519:x"}""",
            Envelope(1).Replace("theirs", "thEirs", StringComparison.Ordinal),
            Envelope(1, agent: "researcher"))).ShouldAnswer("""{"accepted":0,"rejected":4}""");
    }

    [Fact]
    public async Task Nobody_continues_a_journal_of_another_node()
    {
        await Journal.AppendAsync("outside", null, "ours", AkshiServer.Cancellation);

        (await PostAsync("node-beta", Envelope(2, agent: "outside"))).ShouldAnswer("""{"accepted":0,"rejected":1}""");
    }

    [Theory]
    [InlineData("""{"envelopes":[]}""", "peer_id")]
    [InlineData("""{"peer_id":"b"}""", "envelopes")]
    [InlineData("""{"peer_id":"b","envelopes":[{"agent":"a","payload":"","signature":"s"}]}""", "envelopes[0].seq")]
    public async Task An_envelope_without_its_parts_is_refused(string body, string named) =>
        (await Server.PostAsync(Path, body)).ShouldBeRefused(400, "bad_request").Detail.ShouldContain($"'{named}'");

    [Fact]
    public async Task An_entry_has_a_receipt()
    {
        await Journal.AppendAsync("researcher", null, "x", AkshiServer.Cancellation);

        var receipt = (await Server.GetAsync("/api/v1/receipts?agent=researcher")).Json["receipts"]!.AsArray().Single()!;
        receipt["kind"]!.GetValue<string>().ShouldBe("journal");
        receipt["body"]!["seq"]!.GetValue<int>().ShouldBe(1);
    }

    private protected override ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup
    {
        Fakes = FakeAgents.Of("researcher"),
        Configuration = new() { ["akshi:peers:0:id"] = "node-beta", ["akshi:peers:0:did"] = _beta.Did },
    });

    private string Envelope(int seq, string agent = "theirs", Ed25519Key? signer = null)
    {
        var payload = Encoding.UTF8.GetBytes($$"""{"text":"entry {{seq}}"}""");
        var hash = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(payload))}";
        var signature = (signer ?? _beta).Sign($$"""{"agent":"{{agent}}","payload_hash":"{{hash}}","seq":{{seq}}}""");
        return $$"""
            {"seq":{{seq}},"agent":"{{agent}}","payload":"{{Convert.ToBase64String(payload)}}","signature":"ed25519:{{Convert.ToBase64String(signature)}}"}
            """;
    }

    private Task<Reply> PostAsync(string peer, params string[] envelopes) =>
        Server.PostAsync(Path, $$"""{"peer_id":"{{peer}}","envelopes":[{{string.Join(',', envelopes)}}]}""");

    private async Task<IEnumerable<int>> SeqsAsync(string query) =>
        (await Server.GetAsync(Path + query)).ShouldBe(200).Json["envelopes"]!.AsArray().Select(static envelope => envelope!["seq"]!.GetValue<int>());
}
