using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public sealed class StorableTextTests
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Fact]
    public void Text_is_storable_exactly_when_it_has_a_utf_8_form_without_zero_bytes()
    {
        var units = Gen.Elements('a', 'é', '日', '\0', '\ud800', '\udbff', '\udc00', '\udfff', '\uffff');
        var texts = units.ArrayOf().Select(characters => new string(characters));

        Prop.ForAll(texts.ToArbitrary(), text => StorableText.IsValid(text) == HasCleanUtf8(text)).QuickCheckThrowOnFailure();
    }

    private static bool HasCleanUtf8(string text)
    {
        try
        {
            return !Strict.GetBytes(text).Contains((byte)0);
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
