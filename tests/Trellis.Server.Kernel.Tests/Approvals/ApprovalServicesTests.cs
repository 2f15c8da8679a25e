using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Approvals;

/// <summary>The services as the server composes them, and what a request refuses.</summary>
public sealed class ApprovalServicesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-approvals-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_composed_services_work_together()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await Store.OpenAsync(
            StoreOptions.For(Path.Combine(_folder, "trellis.db")), ApprovalMigrations.All, TimeProvider.System, NullLogger.Instance, cancellation);
        await using var services = new ServiceCollection()
            .AddSingleton(store)
            .AddSingleton<IApprovalObserver>(new RecordingObserver())
            .AddApprovals()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        var clock = services.GetServices<IHostedService>().ShouldHaveSingleItem();
        await clock.StartAsync(cancellation);
        var approvals = services.GetRequiredService<IApprovals>();

        var request = Request(new string('0', 64), new ApprovalStage { Name = "one", RequiredLevel = 1 });
        var opened = await store.WriteAsync(session => approvals.OpenAsync(session, request), cancellation);
        var found = await store.ReadAsync(session => approvals.FindAsync(session, 1, opened.Id), cancellation);
        await clock.StopAsync(cancellation);

        found.ShouldBeEquivalentTo(opened);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD")]
    public void What_is_no_digest_is_refused(string digest) => Should.Throw<ArgumentException>(() => Request(digest));

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void A_level_that_is_none_is_refused(int level)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ApprovalStage { Name = "one", RequiredLevel = level });
        Should.Throw<ArgumentOutOfRangeException>(() => new Decider { UserId = "alice", Level = level });
    }

    [Fact]
    public void A_stage_that_waits_no_time_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ApprovalStage { Name = "one", RequiredLevel = 1, EscalateAfter = TimeSpan.Zero });

    [Fact]
    public void A_request_without_stages_is_refused() => Should.Throw<ArgumentException>(() => Request(new string('0', 64), []));

    private static ApprovalRequest Request(string digest, params ApprovalStage[]? stages) => new()
    {
        OrganisationId = 1,
        Platform = "ascend",
        SubjectId = "action-1",
        SubjectDigest = digest,
        RequestedBy = "asker",
        Title = "delete on production",
        Stages = stages ?? [],
    };
}
