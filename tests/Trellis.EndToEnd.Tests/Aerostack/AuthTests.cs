using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Trellis.Aerostack;

namespace Trellis.EndToEnd.Tests.Aerostack;

public sealed class AuthTests(ProjectServer server)
{
    private static readonly Secret Password = new("Correct-horse-7");

    [Fact]
    public async Task A_user_signs_up_once_and_then_in()
    {
        await using var client = (await server.NewProjectAsync()).Client();
        var request = new SignupRequest("ada@example.com", Password) { Name = "Ada", Metadata = new JsonObject { ["team"] = "a" } };
        var made = await client.Authentication.SignupAsync(request);
        made.User!.Name.ShouldBe("Ada");
        made.User.Metadata.GetProperty("team").GetString().ShouldBe("a");

        var again = await Should.ThrowAsync<AerostackErrorResponseException>(() => client.Authentication.SignupAsync(request));
        again.Status.ShouldBe(409);

        var session = await client.Authentication.SigninAsync("ADA@example.com", Password);
        session.User!.Id.ShouldBe(made.User.Id);
        session.ExpiresAt!.Value.ShouldBeGreaterThan(TimeProvider.System.GetUtcNow());
        session.ToString().ShouldNotContain(session.Token!.Reveal());
    }

    [Fact]
    public async Task A_wrong_password_is_a_typed_error()
    {
        await using var client = (await server.NewProjectAsync()).Client();
        await client.Authentication.SignupAsync(new("ada@example.com", Password));
        var refusal = await Should.ThrowAsync<AerostackErrorResponseException>(
            () => client.Authentication.SigninAsync("ada@example.com", new("Wrong-horse-7")));
        refusal.Status.ShouldBe(401);
        refusal.Error.Code.ShouldBe(AerostackErrorCode.AuthInvalidCredentials);
    }

    [Fact]
    public async Task The_token_opens_what_is_the_users_own_and_no_other_project()
    {
        var project = await server.NewProjectAsync();
        var other = await server.NewProjectAsync();
        await using var client = project.Client();
        var session = await client.Authentication.SignupAsync(new("ada@example.com", Password));

        (await MeAsync(project, session)).ShouldBe(200);
        (await MeAsync(other, session)).ShouldBe(401);
    }

    private static async Task<int> MeAsync(TestProject project, AuthResponse session)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(project.Url, $"/api/v1/public/projects/{project.Slug}/auth/me"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session.Token!.Reveal());
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
