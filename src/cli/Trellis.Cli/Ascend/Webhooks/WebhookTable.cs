namespace Trellis.Cli.Ascend.Webhooks;

/// <summary>Webhooks as a table.</summary>
internal static class WebhookTable
{
    public static Table Of(IEnumerable<PrintedWebhook> webhooks)
    {
        var table = new Table("Webhooks", new("Id"), new("URL"), new("Events"), new("Status"), new("Created"));
        foreach (var webhook in webhooks)
        {
            table.Add(
                webhook.WebhookId,
                webhook.Url,
                string.Join(", ", webhook.Events),
                webhook.Status ?? (webhook.Active is false ? "inactive" : "active"),
                Timestamp.ForTable(webhook.CreatedAt));
        }

        return table;
    }
}
