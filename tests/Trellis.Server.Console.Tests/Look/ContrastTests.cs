using Microsoft.Playwright;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.Server.Console.Tests.Look;

/// <summary>Every text can be read: WCAG 2.2, success criterion 1.4.3, on every page, light and dark.</summary>
public sealed class ContrastTests(Chromium chromium) : ConsoleTest(chromium)
{
    /// <summary>The texts whose contrast is too low. The formulas are those of WCAG 2.2, "relative luminance" and "contrast ratio".</summary>
    private const string FindFaint = """
        () => {
          const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const read = (colour) => {
            context.clearRect(0, 0, 1, 1);
            context.fillStyle = colour;
            context.fillRect(0, 0, 1, 1);
            return [...context.getImageData(0, 0, 1, 1).data];
          };
          const luminance = ([r, g, b]) => {
            const [x, y, z] = [r, g, b].map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * x + 0.7152 * y + 0.0722 * z;
          };
          const ground = (element) => {
            for (let current = element; current; current = current.parentElement) {
              const colour = read(getComputedStyle(current).backgroundColor);
              if (colour[3] === 255) return colour;
            }
            return [255, 255, 255, 255];
          };
          const faint = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            const style = getComputedStyle(element);
            if (!walker.currentNode.data.trim() || style.visibility === 'hidden' || element.closest('.unseen, script, style') || !element.getClientRects().length) continue;
            const [above, below] = [luminance(read(element.closest('svg') ? style.fill : style.color)), luminance(ground(element))].sort((a, b) => b - a);
            const ratio = (above + 0.05) / (below + 0.05);
            const size = parseFloat(style.fontSize);
            const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
            if (ratio < (isLarge ? 3 : 4.5)) faint.push(`${walker.currentNode.data.trim().slice(0, 40)}: ${ratio.toFixed(2)}`);
          }
          return faint;
        }
        """;

    public static TheoryData<string, ColorScheme> Looks
    {
        get
        {
            var looks = new TheoryData<string, ColorScheme>();
            foreach (var path in Pages.All)
            {
                looks.Add(path, ColorScheme.Light);
                looks.Add(path, ColorScheme.Dark);
            }

            return looks;
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_text_of_a_page_stands_out_from_its_ground(string path, ColorScheme scheme)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await GoAsync(path);

        (await Page.EvaluateAsync<string[]>(FindFaint)).ShouldBeEmpty();
        await PhotographAsync($"{Pages.NameOf(path)}-{scheme}".ToLowerInvariant());
        Complaints.ShouldBeEmpty();
    }

    protected override async Task PrepareAsync() => await (await Server.WithAgentAsync()).AskForRefundAsync();
}
