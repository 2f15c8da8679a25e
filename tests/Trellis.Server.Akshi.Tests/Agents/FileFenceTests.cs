using System.Diagnostics;
using Trellis.Server.Akshi.Agents.Files;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Agents;

public sealed class FileFenceTests
{
    private const string Agent =
        """
        [[agents]]
        name = "reader"
        kind = "declarative"
        file_pattern = "**"
        capabilities = ["filesystem"]
        [[agents.rules]]
        pattern = 'secret'
        """;

    [Fact]
    public async Task A_link_that_leads_out_is_refused_and_told()
    {
        await using var world = new World();
        var outside = Directory.CreateDirectory(Path.Combine(world.Data, "outside")).FullName;
        File.WriteAllText(Path.Combine(outside, "file.txt"), "secret outside");
        world.Write("in.txt", "secret inside");
        File.CreateSymbolicLink(Path.Combine(world.Folder, "file-link"), Path.Combine(outside, "file.txt"));
        Directory.CreateSymbolicLink(Path.Combine(world.Folder, "folder-link"), outside);
        world.Configure(Agent);
        await world.StartAsync();
        await world.RunsAsync("reader", 1);

        world.Told.ShouldBe(["in.txt|info|secret inside"]);
        (await world.StatusAsync("reader"))["reason"]!.GetValue<string>().ShouldStartWith("capability_denied");
        var logs = await world.LogsAsync("reader");
        logs.Count(static line => line.Contains("'file-link' is a link")).ShouldBe(1);
        logs.Count(static line => line.Contains("'folder-link' is a link")).ShouldBe(1);
    }

    [Fact]
    public async Task A_pipe_holds_nobody_up()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes among the files.");
        await using var world = new World();
        world.Write("ok.txt", "secret");
        using (var mkfifo = Process.Start("mkfifo", [Path.Combine(world.Folder, "pipe")]))
            await mkfifo.WaitForExitAsync(AkshiServer.Cancellation);
        world.Configure(Agent);
        await world.StartAsync();
        await world.RunsAsync("reader", 1);

        world.Told.ShouldBe(["ok.txt|info|secret"]);
    }

    [Fact]
    public async Task The_configuration_and_hidden_files_are_not_read()
    {
        await using var world = await World.StartAsync(Agent + "\n# secret\n", (".env", "secret"), (".git/config", "secret"), ("ok.txt", "secret"));
        await world.RunsAsync("reader", 1);

        world.Told.ShouldBe(["ok.txt|info|secret"]);
    }

    [Fact]
    public async Task Only_the_paths_that_were_listed_are_read()
    {
        await using var world = await World.StartAsync(
            Agent.Replace("capabilities", "paths = ['a', 'b/one.txt']\ncapabilities"), ("a/x/1.txt", "secret 1"), ("b/one.txt", "secret 2"), ("b/two.txt", "secret 3"), ("ab/4.txt", "secret 4"));
        await world.RunsAsync("reader", 1);

        world.Told.ShouldBe(["a/x/1.txt|info|secret 1", "b/one.txt|info|secret 2"]);
    }

    [Fact]
    public void The_files_of_the_server_are_not_read_even_in_its_data_directory()
    {
        var data = Directory.CreateTempSubdirectory("trellis-akshi-");
        try
        {
            var fence = new FileFence(data.FullName, Path.Combine(data.FullName, "runtime.toml"), data.FullName);

            foreach (var closed in new[] { "runtime.toml", "credentials.json", "trellis.db-wal", "signing-key.pem", "blobs/a", "../x" })
                fence.Admits(Path.GetFullPath(closed, data.FullName)).ShouldBeFalse(closed);
            fence.Admits(Path.Combine(data.FullName, "logs", "app.log")).ShouldBeTrue();
            fence.Resolve("../x").ShouldBeNull();
            fence.Resolve("/etc").ShouldBeNull();
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("*.cs", "a.cs", true)]
    [InlineData("*.cs", "src/a.cs", false)]
    [InlineData("**/*.cs", "a.cs", true)]
    [InlineData("src/**/*.cs", "src/a.cs", true)]
    [InlineData("src/**/*.cs", "src/x/y/a.cs", true)]
    [InlineData("src/**/*.cs", "srcs/a.cs", false)]
    [InlineData("src/**", "src/x/y", true)]
    [InlineData("./logs/app-?.log", "logs/app-1.log", true)]
    [InlineData("logs/app-?.log", "logs/app-12.log", false)]
    [InlineData("*.{cs,fs}", "a.fs", true)]
    [InlineData("*.{cs,fs}", "a.vb", false)]
    [InlineData("a+b(1).txt", "a+b(1).txt", true)]
    [InlineData("a.txt", "axtxt", false)]
    public void A_pattern_matches_paths(string pattern, string path, bool matches) => new PathGlob(pattern).Matches(path).ShouldBe(matches);
}
