using Microsoft.Extensions.Configuration;
using Trellis.Server.Akshi.Sync;

namespace Trellis.Server.Akshi.Tests.Sync;

public sealed class SyncPeersTests
{
    private const string Did = "did:key:z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw";

    [Fact]
    public void Peers_come_from_the_configuration()
    {
        var peers = Read(("0:id", "beta"), ("0:did", Did));

        peers.All.ShouldBe([new SyncPeer("beta", Did)]);
        peers.Find("beta").ShouldNotBeNull();
        peers.Find("gamma").ShouldBeNull();
        Read().All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", Did)]
    [InlineData("beta", "did:web:example.com")]
    [InlineData("beta", "did:key:z6Mk")]
    public void A_peer_without_a_name_or_a_key_is_a_wrong_configuration(string id, string did) =>
        Should.Throw<InvalidOperationException>(() => Read(("0:id", id), ("0:did", did))).Message.ShouldContain("'peers:0'");

    private static SyncPeers Read(params (string Key, string Value)[] values) => new(
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.ToDictionary(static pair => $"peers:{pair.Key}", static pair => (string?)pair.Value))
            .Build()
            .GetSection("peers"));
}
