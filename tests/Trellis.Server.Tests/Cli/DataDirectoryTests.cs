namespace Trellis.Server.Tests.Cli;

public sealed class DataDirectoryTests
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task A_second_server_on_the_same_directory_is_refused()
    {
        using var data = new TemporaryDirectory();
        await using var first = await ServerProcess.StartAsync("--data", data.Path, "--urls", "http://127.0.0.1:0");
        var second = await ServerCommand.RunAsync("--data", data.Path, "--urls", "http://127.0.0.1:0");
        second.ExitCode.ShouldBe(3);
        second.Error.ShouldContain(data.Path);
        second.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_directory_is_free_again_after_a_kill()
    {
        using var data = new TemporaryDirectory();
        await using (var first = await ServerProcess.StartAsync("--data", data.Path, "--urls", "http://127.0.0.1:0"))
        {
            await first.SignalAsync("KILL");
            await first.WaitAsync();
        }

        await using var second = await ServerProcess.StartAsync("--data", data.Path, "--urls", "http://127.0.0.1:0");
        second.Urls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_server_makes_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes; the folder of application data belongs to its user there.");
            return;
        }

        using var parent = new TemporaryDirectory();
        var data = parent.File("made");
        await using var server = await ServerProcess.StartAsync("--data", data, "--urls", "http://127.0.0.1:0");
        File.GetUnixFileMode(data).ShouldBe(OwnerReadsAndWrites | UnixFileMode.UserExecute);
        foreach (var file in Directory.GetFiles(data))
            File.GetUnixFileMode(file).ShouldBe(OwnerReadsAndWrites, file);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_ends_the_process_with_three()
    {
        using var parent = new TemporaryDirectory();
        await File.WriteAllTextAsync(parent.File("file"), "", TestContext.Current.CancellationToken);
        (await ServerCommand.RunAsync("--data", parent.File("file/data"))).ExitCode.ShouldBe(3);
    }

    [Theory]
    [InlineData("signing-key.pem")]
    [InlineData("credentials.json")]
    public async Task A_file_of_the_server_that_holds_something_else_is_named_and_left_alone(string name)
    {
        using var data = new TemporaryDirectory();
        await File.WriteAllTextAsync(data.File(name), "something else", TestContext.Current.CancellationToken);
        var result = await ServerCommand.RunAsync("--data", data.Path, "--urls", "http://127.0.0.1:0");
        result.ExitCode.ShouldBe(3);
        result.Error.ShouldContain(name);
        (await File.ReadAllTextAsync(data.File(name), TestContext.Current.CancellationToken)).ShouldBe("something else");
    }
}
