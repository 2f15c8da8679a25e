namespace Trellis.Server.Aerostack.Tests.Auth;

/// <summary>The suite on SQLite, and what no engine has a part in.</summary>
public sealed class SqliteAuthTests : AuthSuite
{
    [Theory]
    [InlineData("""{"email":"a@b.co","phone":"+491701234567"}""", "phone")]
    [InlineData("""{"phone":"12"}""", "phone")]
    [InlineData("{}", "email")]
    public async Task A_code_goes_to_an_address_or_a_number_and_not_to_both(string body, string field) =>
        (await CallAsync("POST", "/otp/send", body)).ShouldBlame(field);

    [Theory]
    [InlineData("""{"password":"long enough"}""", "email")]
    [InlineData("""{"email":"a@b.co"}""", "password")]
    [InlineData("""{"email":"a@b.co","password":"short"}""", "password")]
    [InlineData("""{"email":"nobody","password":"long enough"}""", "email")]
    [InlineData("""{"email":"J <a@b.co>","password":"long enough"}""", "email")]
    [InlineData("""{"email":"a@b.co\n","password":7}""", "password")]
    [InlineData("""{"email":"a@b.co","password":"long enough","metadata":[]}""", "metadata")]
    public async Task The_server_checks_what_the_clients_do_not(string body, string field) =>
        (await First.PostAsync($"{Plain}/signup", body)).ShouldBlame(field);

    [Theory]
    [InlineData("short1A")]
    public async Task A_short_password_is_an_error_of_the_field(string password) =>
        (await CallAsync("POST", "/register", $$"""{"email":"a@b.co","password":"{{password}}"}""")).ShouldBlame("password")
            .Json["error"]!.GetValue<string>().ShouldNotBeEmpty();

    [Theory]
    [InlineData("alllower9")]
    [InlineData("ALLUPPER9")]
    [InlineData("NoDigitsHere")]
    public async Task A_weak_password_is_refused_on_this_surface_alone(string password)
    {
        var body = $$"""{"email":"a@b.co","password":"{{password}}"}""";

        (await CallAsync("POST", "/register", body)).ShouldBe(400).Code.ShouldBe("AUTH_PASSWORD_WEAK");
        (await First.PostAsync($"{Plain}/signup", body)).ShouldBe(201);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ac_refresh_nonsense")]
    [InlineData("x")]
    public async Task Anything_else_refreshes_nothing(string token)
    {
        var reply = await RefreshAsync(token);

        reply.Status.ShouldBe(token.Length == 0 ? 400 : 401);
    }
}
