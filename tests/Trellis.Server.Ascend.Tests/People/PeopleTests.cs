using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.People;

public sealed class PeopleTests : ServerTest
{
    private const string Path = "/api/users";

    [Fact]
    public async Task An_administrator_makes_an_approver()
    {
        var reply = await First.AdminAsync("POST", Path, Body("mia", "manager", 4));

        reply.Status.ShouldBe(201, reply.Text);
        reply.Json["approval_level_name"]!.GetValue<string>().ShouldBe("senior_admin");
        var users = (await First.AdminAsync("GET", Path)).ShouldBeOk().Json["users"]!.AsArray();
        users.Select(user => (user!["subject"]!.GetValue<string>(), user["approval_level"]!.GetValue<int>())).ShouldBe([("admin", 5), ("mia", 4)]);
    }

    [Fact]
    public async Task A_role_has_its_usual_level()
    {
        (await First.AdminAsync("POST", Path, new JsonObject { ["email"] = "mia@example.com", ["role"] = "manager" }))
            .Json["approval_level"]!.GetValue<int>().ShouldBe(2);
        (await First.AdminAsync("POST", Path, new JsonObject { ["user_id"] = "max" })).Json["approval_level"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_person_s_level_can_be_changed()
    {
        await First.AdminAsync("POST", Path, Body("mia", "manager", 4));

        (await First.AdminAsync("POST", Path, Body("mia", "user", 1))).ShouldBeOk().Json["approval_level"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_gives_more_than_they_have()
    {
        var administrator = await First.PersonAsync("ann", CallerRole.Admin, 3);

        (await Server.SendAsync("POST", Path, administrator, Body("mia", "manager", 4))).ShouldBeRefused(422, ErrorCodes.Validation);
        (await Server.SendAsync("POST", Path, administrator, Body("ann", "admin", 5))).ShouldBeRefused(422, ErrorCodes.Validation);
        (await Server.SendAsync("POST", Path, administrator, Body("admin", "user", 1))).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);
    }

    [Fact]
    public async Task A_manager_makes_no_approvers() =>
        (await Server.SendAsync("POST", Path, await First.PersonAsync("mia"), Body("max", "user", 1)))
            .ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

    [Fact]
    public async Task An_API_key_makes_no_approvers() =>
        (await First.PostAsync(Path, Body("max", "user", 1))).ShouldBeRefused(401, ErrorCodes.InvalidToken);

    [Fact]
    public async Task A_person_of_one_organisation_is_nobody_in_another()
    {
        await First.AdminAsync("POST", Path, Body("mia", "manager", 4));
        var other = await Server.OtherTenantAsync();

        (await other.AdminAsync("GET", Path)).ShouldBeOk().Json["users"]!.AsArray()
            .Select(user => user!["subject"]!.GetValue<string>()).ShouldBe(["admin"]);
    }

    [Fact]
    public async Task What_is_no_level_is_refused() =>
        (await First.AdminAsync("POST", Path, Body("mia", "manager", 6))).ShouldBeRefused(422, ErrorCodes.Validation);

    private static JsonObject Body(string subject, string role, int level) =>
        new() { ["subject"] = subject, ["role"] = role, ["approval_level"] = level };
}
