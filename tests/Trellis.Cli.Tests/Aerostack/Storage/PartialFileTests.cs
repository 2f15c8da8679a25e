using Trellis.Cli.Aerostack.Storage;

namespace Trellis.Cli.Tests.Aerostack.Storage;

public sealed class PartialFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("trellis-partial").FullName;

    private string Here(string name) => Path.Combine(_directory, name);

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_file_that_is_not_kept_leaves_nothing()
    {
        await using (var file = PartialFile.Create(Here("a")))
        {
            await file.Content.WriteAsync("half"u8.ToArray(), TestContext.Current.CancellationToken);
            File.Exists(Here("a")).ShouldBeFalse();
        }

        Directory.GetFiles(_directory).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_stays_a_link_and_leads_to_the_new_file()
    {
        await File.WriteAllTextAsync(Here("target"), "old", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Here("link"), Here("target"));
        await using (var file = PartialFile.Create(Here("link")))
        {
            await file.Content.WriteAsync("new"u8.ToArray(), TestContext.Current.CancellationToken);
            await file.KeepAsync();
        }

        new FileInfo(Here("link")).LinkTarget.ShouldNotBeNull();
        (await File.ReadAllTextAsync(Here("target"), TestContext.Current.CancellationToken)).ShouldBe("new");
    }

    [Fact]
    public async Task A_device_is_written_to_as_it_is()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no devices among its files. Run the tests on Linux or macOS.");
        await using var file = PartialFile.Create("/dev/null");
        file.Content.Name.ShouldBe("/dev/null");
    }
}
