using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Kernel.Secrets;

namespace Trellis.Server.Kernel.Tests.Secrets;

public sealed class SecretProtectorTests
{
    private static readonly SecretBinding Row = new(1, "webhook-secret", "w1");

    private readonly SecretProtector _protector = new(new SecretOptions(), RandomNumberGenerator.Create());

    public static TheoryData<SecretBinding> OtherRows => new(
        new SecretBinding(2, "webhook-secret", "w1"),
        new SecretBinding(1, "webhook-headers", "w1"),
        new SecretBinding(1, "webhook-secret", "w2"),
        new SecretBinding(1, "webhook-secre", "tw1"),
        new SecretBinding(1, "webhook-secret:2", "w1"));

    [Fact]
    public void A_secret_comes_back_as_it_was() => Open(Seal("s3cret ☂"), Row).ShouldBe("s3cret ☂");

    [Fact]
    public void An_empty_secret_comes_back_too() => Open(Seal(""), Row).ShouldBe("");

    [Fact]
    public void An_envelope_does_not_hold_the_secret() => Seal("s3cret").ShouldNotContain("s3cret");

    [Fact]
    public void Two_envelopes_of_one_secret_differ() => Seal("s3cret").ShouldNotBe(Seal("s3cret"));

    [Fact]
    public void An_envelope_names_its_key() => Seal("s3cret").Split('.')[1].ShouldBe(_protector.KeyId);

    [Theory]
    [MemberData(nameof(OtherRows))]
    public void An_envelope_moved_to_another_row_does_not_open(SecretBinding other) =>
        Should.Throw<SecretProtectionException>(() => Open(Seal("s3cret"), other)).Message.ShouldContain("moved");

    [Fact]
    public void An_envelope_with_one_changed_character_does_not_open()
    {
        var envelope = Seal("s3cret");
        for (var i = 0; i < envelope.Length - 1; i++)
        {
            var changed = envelope[..i] + (envelope[i] == 'A' ? 'B' : 'A') + envelope[(i + 1)..];
            Should.Throw<SecretProtectionException>(() => Open(changed, Row), changed);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("s3cret")]
    [InlineData("v1.a.b")]
    [InlineData("v1.a.AAAA")]
    [InlineData("v2.a.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_envelope_is_said_to_be_none(string text) =>
        Should.Throw<SecretProtectionException>(() => Open(text, Row)).Message.ShouldContain("not an envelope");

    [Fact]
    public void Another_key_is_named_in_the_error_with_what_to_do()
    {
        var other = new SecretProtector(new SecretOptions(), RandomNumberGenerator.Create());

        var error = Should.Throw<SecretProtectionException>(() => other.Unprotect(Seal("s3cret"), Row));

        error.Message.ShouldContain(_protector.KeyId);
        error.Message.ShouldContain("secrets.keyFile");
        error.Message.ShouldContain("webhook-secret of 'w1'");
    }

    [Fact]
    public void No_error_and_no_text_shows_the_secret()
    {
        var error = Should.Throw<SecretProtectionException>(() => Open(Seal("s3cret"), new SecretBinding(2, "p", "i")));

        error.ToString().ShouldNotContain("s3cret");
        _protector.ToString().ShouldBe($"secret protector with key {_protector.KeyId}");
    }

    private string Seal(string secret) => _protector.Protect(Encoding.UTF8.GetBytes(secret), Row);

    private string Open(string envelope, SecretBinding binding) => Encoding.UTF8.GetString(_protector.Unprotect(envelope, binding));
}
