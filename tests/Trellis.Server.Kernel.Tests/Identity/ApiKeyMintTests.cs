using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Kernel.Tests.Identity;

public sealed partial class ApiKeyMintTests
{
    private static readonly ApiKeyPrefix Prefix = new("sk-");

    private readonly ApiKeyMint _mint = new(RandomNumberGenerator.Create());

    [Fact]
    public void A_key_has_the_form_that_clients_redact() => KeyForm().IsMatch(_mint.Mint(Prefix).Reveal()).ShouldBeTrue();

    [Fact]
    public void A_key_holds_256_random_bits()
    {
        var highest = new ApiKeyMint(new FixedRandom(0xff)).Mint(Prefix).Reveal();
        var lowest = new ApiKeyMint(new FixedRandom(0x00)).Mint(Prefix).Reveal();

        highest[3..46].ShouldNotBe(lowest[3..46]);
        lowest[3..46].ShouldBe(new string('0', 43));
    }

    [Fact]
    public void Two_keys_differ() => _mint.Mint(Prefix).Reveal().ShouldNotBe(_mint.Mint(Prefix).Reveal());

    [Fact]
    public void A_minted_key_is_recognised_by_its_hash()
    {
        var key = _mint.Mint(Prefix);

        ApiKeyMint.TryHash(Prefix, key.Reveal(), out var hash).ShouldBeTrue();
        hash.ShouldBe(key.Hash);
    }

    [Fact]
    public void The_hash_is_SHA256_of_the_text()
    {
        var key = _mint.Mint(Prefix);

        key.Hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key.Reveal()))));
    }

    [Fact]
    public void Every_single_wrong_character_is_noticed_before_a_look_up()
    {
        var text = _mint.Mint(Prefix).Reveal();

        for (var i = 0; i < text.Length; i++)
        {
            var wrong = text.ToCharArray();
            wrong[i] = wrong[i] == 'x' ? 'y' : 'x';
            ApiKeyMint.TryHash(Prefix, new string(wrong), out _).ShouldBeFalse($"position {i}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sk-")]
    [InlineData("sk-0000000000000000000000000000000000000000000000000")]
    [InlineData("sk-é00000000000000000000000000000000000000000000000é")]
    public void What_is_no_key_is_refused(string? text) => ApiKeyMint.TryHash(Prefix, text, out _).ShouldBeFalse();

    [Fact]
    public void A_key_of_another_kind_is_refused()
    {
        var text = _mint.Mint(new ApiKeyPrefix("ac_secret_")).Reveal();

        ApiKeyMint.TryHash(Prefix, text, out _).ShouldBeFalse();
        ApiKeyMint.TryHash(Prefix, "sk-" + text["ac_secret_".Length..], out _).ShouldBeFalse();
    }

    [Fact]
    public void The_hint_shows_the_prefix_and_the_last_four_characters()
    {
        var key = _mint.Mint(Prefix);

        key.Hint.ShouldBe("sk-…" + key.Reveal()[^4..]);
    }

    [Fact]
    public void A_minted_key_does_not_print_itself()
    {
        var key = _mint.Mint(Prefix);

        $"{key} {JsonSerializer.Serialize(key)}".ShouldNotContain(key.Reveal());
    }

    [Fact]
    public void Hashes_are_compared_as_a_whole()
    {
        var hash = _mint.Mint(Prefix).Hash;

        ApiKeyMint.HashesEqual(hash, new string(hash)).ShouldBeTrue();
        ApiKeyMint.HashesEqual(hash, hash[..63]).ShouldBeFalse();
        ApiKeyMint.HashesEqual(hash, _mint.Mint(Prefix).Hash).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("sk")]
    [InlineData("s k-")]
    [InlineData("é-")]
    public void A_prefix_of_another_form_is_refused(string prefix) => Should.Throw<ArgumentException>(() => new ApiKeyPrefix(prefix));

    [GeneratedRegex("^sk-[A-Za-z0-9_-]{16,}$")]
    private static partial Regex KeyForm();

    private sealed class FixedRandom(byte value) : RandomNumberGenerator
    {
        public override void GetBytes(byte[] data) => Array.Fill(data, value);
    }
}
