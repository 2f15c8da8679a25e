using Trellis.Server.Kernel.Blobs;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Blobs;

/// <summary>Blobs in files, with SQLite beside them.</summary>
public sealed class FileBlobTests : BlobSuite
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-blobs-").FullName;

    private string Root => Path.Combine(_folder, "blobs");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Only_the_owner_may_read_the_files()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes: run this on Linux or macOS.");
            return;
        }

        var blob = await WriteAsync(Content(10));

        var file = Path.Combine(Root, blob.Id[..2], blob.Id);
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        foreach (var folder in (string[])[Root, Path.GetDirectoryName(file)!])
            File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task Content_that_is_being_read_can_be_removed()
    {
        var blob = await WriteAsync(Content(1000));
        await using var reading = (await Blobs.OpenReadAsync(blob.Id, 0, null, Cancellation))!;

        await Volume.RemoveAsync(blob.Id, Cancellation);

        var rest = new byte[1000];
        await reading.ReadExactlyAsync(rest, Cancellation);
        rest.ShouldBe(Content(1000));
    }

    [Fact]
    public void A_folder_that_is_not_there_cannot_be_flushed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows writes names through its journal.");

        Should.Throw<IOException>(() => DirectorySync.Flush(Path.Combine(_folder, "nowhere"))).Message.ShouldContain("nowhere");
        DirectorySync.Flush(_folder);
    }

    protected override StoreOptions Options() => StoreOptions.For(Path.Combine(_folder, "trellis.db"));

    private protected override Task<IBlobVolume> OpenVolumeAsync() => Task.FromResult<IBlobVolume>(new FileBlobVolume(Root));

    private protected override Task LeaveUnfinishedAsync(string id)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, id[..2]));
        return File.WriteAllTextAsync(Path.Combine(folder.FullName, id + ".part"), "half", Cancellation);
    }

    private protected override void AssertEmpty() => Directory.GetFiles(Root, "*", SearchOption.AllDirectories).ShouldBeEmpty();
}
