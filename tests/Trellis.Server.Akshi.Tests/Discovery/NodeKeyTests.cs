using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Akshi.Nodes;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Tests.Discovery;

public sealed class NodeKeyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("akshi-node-").FullName;

    private string File => Path.Combine(_folder, "akshi", "security", "node_key.pem");

    [Fact]
    public void A_key_makes_the_public_half_and_signature_of_the_standard()
    {
        // RFC 8032, section 7.1, test 1, but for the message, which is empty there too.
        var key = new Ed25519Key(Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

        Convert.ToHexStringLower(key.Public).ShouldBe("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        Convert.ToHexStringLower(key.Sign("")).ShouldBe(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        key.Did.ShouldBe("did:key:z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw");
        DidKey.TryRead(key.Did).ShouldBe(key.Public.ToArray());
    }

    [Fact]
    public void A_changed_text_or_signature_is_not_signed()
    {
        var node = Node();
        var signature = node.Sign("text");

        NodeIdentity.IsSigned(node.Did, "text", signature).ShouldBeTrue();
        NodeIdentity.IsSigned(node.Did, "Text", signature).ShouldBeFalse();
        NodeIdentity.IsSigned(node.DidOf("other"), "text", signature).ShouldBeFalse();
        foreach (var bad in new[] { "", "ed25519:", "ed25519:AAAA", "ed25519:!", signature[..^2], signature + "AAAA", new string('x', 500) })
            NodeIdentity.IsSigned(node.Did, "text", bad).ShouldBeFalse(bad);
        foreach (var did in new[] { "", "did:key:z", "did:key:z0OIl", "did:web:x", "did:key:z" + new string('1', 40) })
            NodeIdentity.IsSigned(did, "text", signature).ShouldBeFalse(did);
    }

    [Fact]
    public void The_key_stays_the_same_and_so_do_the_agents()
    {
        var (first, again) = (Node(), Node());

        again.Did.ShouldBe(first.Did);
        again.DidOf("a").ShouldBe(first.DidOf("a"));
        again.DidOf("a").ShouldNotBe(again.DidOf("b"));
        again.DidOf("a").ShouldNotBe(again.Did);
        Node(Path.Combine(_folder, "other")).Did.ShouldNotBe(first.Did);
    }

    [Fact]
    public void The_file_is_pkcs8_for_its_owner_alone()
    {
        Node();

        var pem = System.IO.File.ReadAllText(File);
        PemEncoding.TryFind(pem, out var fields).ShouldBeTrue();
        pem[fields.Label].ShouldBe("PRIVATE KEY");
        if (!OperatingSystem.IsWindows())
            System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Another_file_is_no_key()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, PemEncoding.WriteString("PRIVATE KEY", Encoding.ASCII.GetBytes("something else")));

        Should.Throw<CryptographicException>(() => Node());
    }

    [Fact]
    public void The_key_prints_its_public_half_alone() =>
        Node().Key.ToString().ShouldStartWith("did:key:z6Mk");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private NodeIdentity Node(string? folder = null) => new(new DataFolder(folder ?? _folder));
}
