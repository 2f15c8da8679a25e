using System.Security.Cryptography;
using Trellis.Server.Kernel.Secrets;

namespace Trellis.Server.Kernel.Tests.Secrets;

public sealed class SecretSignatureTests
{
    private readonly SecretProtector _protector = new(new SecretOptions(), RandomNumberGenerator.Create());

    [Fact]
    public void A_signature_is_known_again()
    {
        var signature = _protector.Sign("url", "data"u8);

        signature.ShouldStartWith(_protector.KeyId + ".");
        _protector.IsSigned("url", "data"u8, signature).ShouldBeTrue();
    }

    [Fact]
    public void A_signature_counts_for_its_own_data_and_purpose_alone()
    {
        var signature = _protector.Sign("url", "data"u8);

        _protector.IsSigned("url", "Data"u8, signature).ShouldBeFalse();
        _protector.IsSigned("other", "data"u8, signature).ShouldBeFalse();
        new SecretProtector(new SecretOptions(), RandomNumberGenerator.Create()).IsSigned("url", "data"u8, signature).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a.b.c")]
    [InlineData("KEY.")]
    [InlineData("KEY.AAAA")]
    [InlineData("KEY.*")]
    public void Anything_else_is_no_signature(string text) =>
        _protector.IsSigned("url", "data"u8, text.Replace("KEY", _protector.KeyId, StringComparison.Ordinal)).ShouldBeFalse();
}
