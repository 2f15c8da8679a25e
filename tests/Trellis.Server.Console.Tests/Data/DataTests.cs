using Microsoft.Playwright;
using Trellis.Aerostack;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.Server.Console.Tests.Data;

/// <summary>The database of a project.</summary>
public sealed class DataTests(Chromium chromium) : ConsoleTest(chromium)
{
    private const string MakeNotes = "CREATE TABLE notes (id integer PRIMARY KEY, text text NOT NULL, stars integer)";

    private ILocator Sql => Page.GetByLabel("SQL, one statement");

    [Fact]
    public async Task Tables_show_their_columns_and_how_many_rows_they_have()
    {
        await QueryAsync(MakeNotes);
        await QueryAsync("INSERT INTO notes (id, text) VALUES (1, 'Buy bread'), (2, 'Call Ada')");
        await GoAsync("/data");

        var row = await Page.GetByRole(AriaRole.Row, new() { Name = "notes" }).InnerTextAsync();
        row.ShouldContain("2");
        row.ShouldContain("text, required");
        row.ShouldContain("integer, key");

        await Page.GetByRole(AriaRole.Link, new() { Name = "notes" }).ClickAsync();
        await Page.GetByText("First rows of notes").WaitForAsync();
        await Page.GetByRole(AriaRole.Cell, new() { Name = "Call Ada" }).WaitForAsync();
        (await Sql.InputValueAsync()).ShouldBe("SELECT * FROM \"notes\" LIMIT 50");
        await PhotographAsync("data");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_statement_with_parameters_is_sent_by_keyboard_and_stays_in_the_box()
    {
        await QueryAsync(MakeNotes);
        await QueryAsync("INSERT INTO notes (id, text) VALUES (1, 'Buy bread'), (2, 'Call Ada')");
        await GoAsync("/data");
        await Page.GetByLabel("Parameters, a JSON array").FillAsync("[2]");
        await Sql.FillAsync("SELECT text FROM notes WHERE id = ?");

        await Sql.PressAsync("Control+Enter");

        await Page.GetByRole(AriaRole.Cell, new() { Name = "Call Ada" }).WaitForAsync();
        (await Page.GetByRole(AriaRole.Cell, new() { Name = "Buy bread" }).CountAsync()).ShouldBe(0);
        (await Sql.InputValueAsync()).ShouldBe("SELECT text FROM notes WHERE id = ?");
        (await Page.GetByLabel("Parameters, a JSON array").InputValueAsync()).ShouldBe("[2]");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_statement_that_changes_data_needs_the_box_to_be_ticked()
    {
        await QueryAsync(MakeNotes);
        await GoAsync("/data");
        await Sql.FillAsync("INSERT INTO notes (text) VALUES ('a'), ('b')");
        await RunAsync();

        (await Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("changes data");
        (await Server.Aerostack.Database.QueryAsync("SELECT id FROM notes", cancellationToken: Cancellation)).Count.ShouldBe(0);

        await Page.GetByLabel("This changes data").CheckAsync();
        await RunAsync();

        await Page.GetByText("2 rows changed.").WaitForAsync();
        (await Server.Aerostack.Database.QueryAsync("SELECT id FROM notes", cancellationToken: Cancellation)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_statement_shows_the_words_of_the_platform_and_stays_in_the_box()
    {
        await GoAsync("/data");
        await Page.GetByText("The database has no tables.").WaitForAsync();
        await Sql.FillAsync("SELECT * FROM missing");
        await RunAsync();

        (await Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("no such table: missing");
        (await Sql.InputValueAsync()).ShouldBe("SELECT * FROM missing");
        await PhotographAsync("data-refused");
    }

    [Fact]
    public async Task Parameters_that_are_no_json_are_refused()
    {
        await GoAsync("/data");
        await Page.GetByLabel("Parameters, a JSON array").FillAsync("2");
        await Sql.FillAsync("SELECT ?");
        await RunAsync();
        (await Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("list");

        await Page.GetByLabel("Parameters, a JSON array").FillAsync("[2");
        await RunAsync();
        await Page.GetByText("The parameters are no JSON").WaitForAsync();
    }

    [Fact]
    public async Task A_value_is_shown_and_never_run()
    {
        await GoAsync("/data");
        await Sql.FillAsync("SELECT '<img src=x onerror=alert(1)>' AS text, NULL AS empty");
        await RunAsync();

        await Page.GetByRole(AriaRole.Cell, new() { Name = "<img src=x onerror=alert(1)>" }).WaitForAsync();
        await Page.GetByRole(AriaRole.Cell, new() { Name = "null" }).WaitForAsync();
        (await Page.Locator("main img").CountAsync()).ShouldBe(0);
    }

    private Task RunAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();

    private Task<DbQueryResult> QueryAsync(string sql) => Server.Aerostack.Database.QueryAsync(sql, cancellationToken: Cancellation);
}
