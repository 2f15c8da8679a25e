using System.Security.Cryptography;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Identity;

/// <summary>What the directories do on every engine; a subclass says where.</summary>
public abstract class DirectorySuite : IdentityTest
{
    private readonly OrganisationDirectory _organisations = new();
    private readonly UserDirectory _users = new(RandomNumberGenerator.Create());

    [Fact]
    public async Task Organisations_are_numbered_from_one()
    {
        (await AddOrganisationAsync("first")).Id.ShouldBe(1);
        (await AddOrganisationAsync("second")).Id.ShouldBe(2);
        var listed = await Harness.Store.ReadAsync(_organisations.ListAsync, Cancellation);
        listed.Select(organisation => organisation.Name).ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task Organisations_added_side_by_side_get_numbers_of_their_own()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => AddOrganisationAsync($"o{i}")));

        added.Select(organisation => organisation.Id).Order().ShouldBe(Enumerable.Range(1, 20).Select(i => (long)i));
    }

    [Fact]
    public async Task An_unknown_organisation_is_not_found() =>
        (await Harness.Store.ReadAsync(session => _organisations.FindAsync(session, 7), Cancellation)).ShouldBeNull();

    [Fact]
    public async Task A_user_is_added_once()
    {
        await AddOrganisationAsync("first");

        var first = await GetOrAddAsync(1, "https://idp", "alice");
        Harness.Time.Advance(TimeSpan.FromDays(1));
        var second = await GetOrAddAsync(1, "https://idp", "alice");

        second.ShouldBe(first);
        first.Id.ShouldMatch("^usr_[A-Za-z0-9]{22}$");
    }

    [Fact]
    public async Task The_users_of_an_issuer_are_listed_by_subject()
    {
        await AddOrganisationAsync("first");
        await AddOrganisationAsync("second");
        await GetOrAddAsync(1, "https://one", "bob");
        await GetOrAddAsync(1, "https://one", "alice");
        await GetOrAddAsync(1, "https://two", "carol");
        await GetOrAddAsync(2, "https://one", "dave");

        var listed = await Harness.Store.ReadAsync(session => _users.ListAsync(session, 1, "https://one"), Cancellation);

        listed.Select(user => user.Subject).ShouldBe(["alice", "bob"]);
    }

    [Fact]
    public async Task The_same_subject_of_two_issuers_is_two_users()
    {
        await AddOrganisationAsync("first");

        (await GetOrAddAsync(1, "https://one", "alice")).Id.ShouldNotBe((await GetOrAddAsync(1, "https://two", "alice")).Id);
    }

    [Fact]
    public async Task The_same_identity_in_two_organisations_is_two_users()
    {
        await AddOrganisationAsync("first");
        await AddOrganisationAsync("second");

        (await GetOrAddAsync(1, "https://idp", "alice")).Id.ShouldNotBe((await GetOrAddAsync(2, "https://idp", "alice")).Id);
    }

    [Fact]
    public async Task A_user_is_found_in_its_own_organisation_only()
    {
        await AddOrganisationAsync("first");
        await AddOrganisationAsync("second");
        var alice = await GetOrAddAsync(1, "https://idp", "alice");

        (await FindAsync(1, alice.Id)).ShouldBe(alice);
        (await FindAsync(2, alice.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task A_user_who_never_wrote_is_not_found() =>
        (await Harness.Store.ReadAsync(session => _users.FindAsync(session, 1, "https://idp", "nobody"), Cancellation)).ShouldBeNull();

    private Task<Organisation> AddOrganisationAsync(string name) =>
        Harness.Store.WriteAsync(session => _organisations.AddAsync(session, name, Harness.Time.GetUtcNow()), Cancellation).AsTask();

    private Task<User> GetOrAddAsync(long organisation, string issuer, string subject) =>
        Harness.Store.WriteAsync(
            session => _users.GetOrAddAsync(session, organisation, issuer, subject, Harness.Time.GetUtcNow()), Cancellation).AsTask();

    private Task<User?> FindAsync(long organisation, string id) =>
        Harness.Store.ReadAsync(session => _users.FindAsync(session, organisation, id), Cancellation).AsTask();
}
