using System.Text;
using Microsoft.Playwright;
using Trellis.Aerostack;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.Server.Console.Tests.Storage;

/// <summary>Files.</summary>
public sealed class StorageTests(Chromium chromium) : ConsoleTest(chromium)
{
    [Fact]
    public async Task A_file_is_uploaded_however_long_it_is()
    {
        await GoAsync("/storage");
        await Page.GetByText("There are no files here.").WaitForAsync();

        // Longer than any other form may be.
        await ChooseAsync("report.csv", new string('x', 3 << 20));
        await Page.GetByLabel("Key", new() { Exact = true }).FillAsync("reports/2026/first.csv");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();

        await Page.GetByText("“reports/2026/first.csv” is uploaded.").WaitForAsync();
        var metadata = await Server.Aerostack.Storage.GetMetadataAsync("reports/2026/first.csv", cancellationToken: Cancellation);
        metadata.Size.ShouldBe(3 << 20);
        metadata.ContentType.ShouldBe("text/csv");
        await PhotographAsync("storage");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_key_a_file_keeps_its_name_below_the_folder_that_is_shown()
    {
        await UploadAsync("notes/old.txt", "old");
        await GoAsync("/storage");
        await Page.GetByRole(AriaRole.Link, new() { Name = "notes/", Exact = true }).ClickAsync();

        await ChooseAsync("new.txt", "new");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();

        await Page.GetByText("“notes/new.txt” is uploaded.").WaitForAsync();
        (await Server.Aerostack.Storage.ExistsAsync("notes/new.txt", cancellationToken: Cancellation)).Exists.ShouldBe(true);
    }

    [Fact]
    public async Task A_key_that_Aerostack_refuses_is_told()
    {
        await GoAsync("/storage");

        await ChooseAsync("new.txt", "new");
        await Page.GetByLabel("Key", new() { Exact = true }).FillAsync("../secret");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();

        (await Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("key");
        (await Server.Aerostack.Storage.ListAsync(cancellationToken: Cancellation)).Objects!.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_without_the_sessions_own_proof_is_refused()
    {
        var answer = await Page.Context.APIRequest.PostAsync(
            new Uri(Server.Url, "/console/storage/upload").ToString(),
            new()
            {
                Multipart = Page.Context.APIRequest.CreateFormData()
                    .Set("key", "stolen.txt")
                    .Set("file", new FilePayload { Name = "a.txt", MimeType = "text/plain", Buffer = "x"u8.ToArray() }),
            });

        answer.Status.ShouldBe(403);
        (await Server.Aerostack.Storage.ListAsync(cancellationToken: Cancellation)).Objects!.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_downloaded_byte_for_byte()
    {
        await UploadAsync("notes/hello world.txt", "Grüße");
        await GoAsync("/storage");

        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Download notes/hello world.txt" }).ClickAsync());

        download.SuggestedFilename.ShouldBe("hello world.txt");
        (await File.ReadAllTextAsync(await download.PathAsync(), Cancellation)).ShouldBe("Grüße");
    }

    [Fact]
    public async Task One_file_shows_what_is_known_of_it_and_is_copied_and_moved()
    {
        await UploadAsync("notes/a.txt", "hello");
        await GoAsync("/storage/file?key=notes%2Fa.txt");
        var text = await Page.GetByRole(AriaRole.Main).InnerTextAsync();
        text.ShouldContain("5 bytes");
        text.ShouldContain("text/plain");
        text.ShouldContain("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        await PhotographAsync("storage-file");

        await Page.GetByLabel("New key").FillAsync("notes/b.txt");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "b.txt" }).WaitForAsync();

        await Page.GetByLabel("New key").FillAsync("c.txt");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Move" }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "c.txt" }).WaitForAsync();

        var keys = (await Server.Aerostack.Storage.ListAsync(cancellationToken: Cancellation)).Objects!.Select(file => file.Key);
        keys.ShouldBe(["c.txt", "notes/a.txt"]);
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_deleted_after_a_question()
    {
        await UploadAsync("a.txt", "a");
        await UploadAsync("b.txt", "b");
        await GoAsync("/storage");
        Page.Dialog += (_, dialog) => dialog.AcceptAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Delete a.txt" }).ClickAsync();

        await Page.GetByText("“a.txt” is deleted.").WaitForAsync();
        (await Server.Aerostack.Storage.ListAsync(cancellationToken: Cancellation)).Objects!.ShouldHaveSingleItem().Key.ShouldBe("b.txt");
    }

    [Fact]
    public async Task More_files_are_a_page_away()
    {
        for (var i = 0; i < 101; i++)
            await UploadAsync($"f{i:000}.txt", "x");
        await GoAsync("/storage");

        (await Page.GetByRole(AriaRole.Link, new() { Name = "f100.txt", Exact = true }).CountAsync()).ShouldBe(0);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Next files" }).ClickAsync();

        await Page.GetByRole(AriaRole.Link, new() { Name = "f100.txt", Exact = true }).WaitForAsync();
    }

    private Task ChooseAsync(string name, string content) => Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(
        new FilePayload { Name = name, MimeType = name.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv" : "text/plain", Buffer = Encoding.UTF8.GetBytes(content) });

    private async Task UploadAsync(string key, string content)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(content));
        await Server.Aerostack.Storage.UploadAsync(key, new UploadFile(Path.GetFileName(key), bytes, "text/plain"), cancellationToken: Cancellation);
    }
}
