using System.Security.Cryptography;
using Trellis.Server.Kernel.Secrets;

namespace Trellis.Server.Kernel.Tests.Secrets;

public sealed class SecretKeyFileTests : IDisposable
{
    private static readonly SecretBinding Row = new(1, "test", "row");

    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-secrets-").FullName;

    private string KeyFile => Path.Combine(_folder, "keys", "secret-key");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_first_start_makes_the_file_for_its_owner_alone()
    {
        Start();

        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has no file modes: run this on Linux or macOS.");
        else
            File.GetUnixFileMode(KeyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(Path.GetDirectoryName(KeyFile)!).ShouldBe([KeyFile]);
    }

    [Fact]
    public void The_next_start_opens_what_the_first_sealed()
    {
        var envelope = Start().Protect("s3cret"u8, Row);

        Start().Unprotect(envelope, Row).ShouldBe("s3cret"u8.ToArray());
    }

    [Fact]
    public void A_key_on_top_seals_and_the_old_one_still_opens()
    {
        var old = Start();
        var envelope = old.Protect("s3cret"u8, Row);
        File.WriteAllText(KeyFile, $"# since spring\n{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n\n{File.ReadAllText(KeyFile)}");

        var rotated = Start();

        rotated.KeyId.ShouldNotBe(old.KeyId);
        rotated.Protect("s3cret"u8, Row).ShouldContain(rotated.KeyId);
        rotated.Unprotect(envelope, Row).ShouldBe("s3cret"u8.ToArray());
    }

    [Fact]
    public void Servers_that_start_together_have_one_key()
    {
        var keys = new string?[8];
        Parallel.For(0, keys.Length, i =>
        {
            // Who finds another server in the middle of it is told so by an IOException, and starts again.
            while (keys[i] is null)
            {
                try
                {
                    keys[i] = Start().KeyId;
                }
                catch (IOException)
                {
                    Thread.Yield();
                }
            }
        });

        keys.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void A_draft_that_a_crash_left_behind_does_not_matter()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(KeyFile + ".new", "half a ke");

        var envelope = Start().Protect("s3cret"u8, Row);

        Start().Unprotect(envelope, Row).ShouldBe("s3cret"u8.ToArray());
    }

    [Theory]
    [InlineData("", "holds no key")]
    [InlineData("# nothing\n", "holds no key")]
    [InlineData("not base64!", "not 32 bytes in base64")]
    [InlineData("c2hvcnQ=", "not 32 bytes in base64")]
    public void A_file_with_something_else_is_refused(string content, string reason)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(KeyFile, content);

        Should.Throw<CryptographicException>(Start).Message.ShouldContain(reason);
    }

    [Fact]
    public void A_wrong_line_is_not_repeated_in_the_error()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(KeyFile, "half-of-a-key");

        Should.Throw<CryptographicException>(Start).ToString().ShouldNotContain("half-of-a-key");
    }

    private SecretProtector Start() => new(new SecretOptions { KeyFile = KeyFile }, RandomNumberGenerator.Create());
}
