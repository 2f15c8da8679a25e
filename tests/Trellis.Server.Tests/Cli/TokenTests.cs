using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Tests.Cli;

public sealed class TokenTests
{
    [Fact]
    public async Task A_running_server_accepts_a_token_at_once()
    {
        using var data = new TemporaryDirectory();
        await using var server = await TrellisServer.StartAsync(new() { DataDirectory = data.Path }, TestContext.Current.CancellationToken);
        var minted = await ServerCommand.RunAsync("token", "--data", data.Path, "--subject", "ada", "--days", "2");
        minted.ExitCode.ShouldBe(0, minted.Error);

        var validation = await server.Services.GetRequiredService<TokenValidator>().ValidateAsync(minted.Output.Trim(), TestContext.Current.CancellationToken);
        validation.Principal.ShouldNotBeNull().Subject.ShouldBe("ada");
        var left = validation.Principal.ExpiresAt - TimeProvider.System.GetUtcNow();
        left.ShouldBeInRange(TimeSpan.FromHours(47), TimeSpan.FromHours(48));
    }

    [Theory]
    [InlineData]
    [InlineData("--subject", "ada", "--days", "0")]
    [InlineData("--subject", "ada", "--days", "soon")]
    public async Task A_token_needs_a_subject_and_a_lifetime(params string[] arguments)
    {
        using var data = new TemporaryDirectory();
        await using (await TrellisServer.StartAsync(new() { DataDirectory = data.Path }, TestContext.Current.CancellationToken))
        {
        }

        var result = await ServerCommand.RunAsync(["token", "--data", data.Path, .. arguments]);
        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_data_it_ends_with_three_and_makes_none()
    {
        using var parent = new TemporaryDirectory();
        (await ServerCommand.RunAsync("token", "--subject", "ada", "--data", parent.Path)).ExitCode.ShouldBe(3);
        Directory.GetFileSystemEntries(parent.Path).ShouldBeEmpty();
    }
}
