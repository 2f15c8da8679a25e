using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Identity;

public sealed class SigningKeysTests : IdentityTest
{
    [Fact]
    public async Task The_key_file_is_made_at_the_first_use_and_readable_by_its_owner_alone()
    {
        await Harness.OpenKeys().GetCurrentKeyIdAsync(Cancellation);

        File.Exists(Harness.KeyFile).ShouldBeTrue();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Harness.KeyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Without_a_file_nothing_is_written()
    {
        using var keys = new Kernel.Identity.SigningKeys(
            Harness.Store, new(), Harness.Time, Microsoft.Extensions.Logging.Abstractions.NullLogger<Kernel.Identity.SigningKeys>.Instance);

        (await keys.GetCurrentKeyIdAsync(Cancellation)).ShouldNotBeEmpty();
        File.Exists(Harness.KeyFile).ShouldBeFalse();
    }

    [Fact]
    public async Task A_restarted_server_keeps_its_key()
    {
        var first = await Harness.OpenKeys().GetCurrentKeyIdAsync(Cancellation);

        (await Harness.OpenKeys().GetCurrentKeyIdAsync(Cancellation)).ShouldBe(first);
    }

    [Fact]
    public async Task First_uses_side_by_side_make_one_key()
    {
        var keys = Harness.OpenKeys();

        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => keys.GetCurrentKeyIdAsync(Cancellation).AsTask()));

        ids.Distinct().Count().ShouldBe(1);
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_private_key_is_not_in_the_store()
    {
        await Harness.OpenKeys().GetCurrentKeyIdAsync(Cancellation);
        using var key = ECDsa.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(Harness.KeyFile, Cancellation));
        var secret = key.ExportParameters(includePrivateParameters: true).D!;

        var files = Directory.GetFiles(Harness.Folder, "trellis.db*");

        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            var bytes = await ReadSharedAsync(file);
            bytes.AsSpan().IndexOf(secret).ShouldBe(-1);
            bytes.AsSpan().IndexOf("PRIVATE"u8).ShouldBe(-1);
            bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(System.Buffers.Text.Base64Url.EncodeToString(secret))).ShouldBe(-1);
        }
    }

    [Fact]
    public async Task Rotation_replaces_the_key_and_the_file()
    {
        var keys = Harness.OpenKeys();
        var old = await keys.GetCurrentKeyIdAsync(Cancellation);

        var rotated = await keys.RotateAsync(TimeSpan.FromHours(1), Cancellation);

        rotated.ShouldNotBe(old);
        (await keys.GetCurrentKeyIdAsync(Cancellation)).ShouldBe(rotated);
        (await Harness.OpenKeys().GetCurrentKeyIdAsync(Cancellation)).ShouldBe(rotated);
        Directory.GetFiles(Harness.Folder).Length.ShouldBe(1 + Directory.GetFiles(Harness.Folder, "trellis.db*").Length);
    }

    [Fact]
    public async Task A_rotation_that_was_cut_short_is_made_good_at_the_next_start()
    {
        var keys = Harness.OpenKeys();
        var old = await keys.GetCurrentKeyIdAsync(Cancellation);
        var oldFile = await File.ReadAllTextAsync(Harness.KeyFile, Cancellation);
        await keys.RotateAsync(TimeSpan.FromHours(1), Cancellation);
        await File.WriteAllTextAsync(Harness.KeyFile, oldFile, Cancellation);

        var restarted = await Harness.OpenKeys().GetCurrentKeyIdAsync(Cancellation);

        restarted.ShouldNotBe(old);
        (await Harness.OpenKeys().GetCurrentKeyIdAsync(Cancellation)).ShouldBe(restarted);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public async Task A_file_that_holds_no_key_is_an_error_and_stays(string content)
    {
        await File.WriteAllTextAsync(Harness.KeyFile, content, Cancellation);

        await Should.ThrowAsync<CryptographicException>(async () => await Harness.OpenKeys().GetCurrentKeyIdAsync(Cancellation));
        (await File.ReadAllTextAsync(Harness.KeyFile, Cancellation)).ShouldBe(content);
    }

    [Fact]
    public async Task A_public_key_in_the_file_is_an_error()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await File.WriteAllTextAsync(Harness.KeyFile, key.ExportSubjectPublicKeyInfoPem(), Cancellation);

        await Should.ThrowAsync<CryptographicException>(async () => await Harness.OpenKeys().GetCurrentKeyIdAsync(Cancellation));
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        await file.CopyToAsync(content, Cancellation);
        return content.ToArray();
    }

    private ValueTask<long?> CountAsync() =>
        Harness.Store.ReadAsync(session => session.QueryIntegerAsync($"SELECT count(*) FROM signing_keys"), Cancellation);
}
