using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Approvals;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Akshi.Tests.Support;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Hosting;
using Trellis.Testing;

namespace Trellis.Server.Akshi.Tests.Approvals;

/// <summary>Questions over the end of the process that asked them.</summary>
public sealed class ApprovalLifetimeTests
{
    [Fact]
    public async Task A_stop_resolves_what_waits_and_sends_the_agent_away()
    {
        await RestartAsync(
            async server =>
            {
                var answer = server.Services.GetRequiredService<IAgentApprovals>()
                    .AskAsync("a", "spend", "$1", TimeSpan.FromHours(1), CancellationToken.None).AsTask();
                await server.DisposeAsync();
                (await answer).ShouldBe(ApprovalAnswerKind.TimedOut);
            });
    }

    [Fact]
    public async Task What_a_killed_process_had_asked_is_resolved_at_the_next_start()
    {
        await RestartAsync(
            async server =>
            {
                // As a process leaves it that had no time to tidy up: opened, and nobody waits.
                var services = server.Services;
                var owner = await services.GetRequiredService<RuntimeOwner>().GetIdAsync(AkshiServer.Cancellation);
                var subject = ApprovalSubject.Of("a", "spend", "$1");
                await server.Store.WriteAsync(
                    session => services.GetRequiredService<IApprovals>().OpenAsync(session, new ApprovalRequest
                    {
                        OrganisationId = owner,
                        Platform = AkshiApprovals.Platform,
                        SubjectId = $"{services.GetRequiredService<ServerIdentity>().Id}:x",
                        SubjectDigest = subject.Digest(),
                        RequestedBy = "agent:a",
                        Title = "t",
                        Summary = subject.ToSummary(),
                        Stages = [new ApprovalStage { Name = "operator", RequiredLevel = 1 }],
                    }),
                    AkshiServer.Cancellation);
                await server.DisposeAsync();
            });
    }

    private static async Task RestartAsync(Func<AkshiServer, Task> runAsync)
    {
        var folder = Directory.CreateTempSubdirectory("akshi-approvals-").FullName;
        try
        {
            var setup = new ServerSetup { DataDirectory = folder, Clock = new ManualTimeProvider() };
            await runAsync(await AkshiServer.StartAsync(setup));
            await using var again = await AkshiServer.StartAsync(setup);

            var list = (await again.GetAsync("/api/v1/approvals")).ShouldBe(200).Json;
            list["pending"]!.AsArray().Count.ShouldBe(0);
            list["resolved"]!.AsArray().Single()!["status"]!.GetValue<string>().ShouldBe("expired");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
