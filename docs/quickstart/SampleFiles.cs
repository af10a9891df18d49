using System;
using System.IO;
using System.Linq;
using System.Text;

namespace WeComRobot.Quickstart;

/// <summary>An image, a file and a voice to send, in a temporary folder that is deleted on disposal.</summary>
internal sealed class SampleFiles : IDisposable
{
    private SampleFiles(string folder) => Folder = folder;

    public string Folder { get; }

    public string Image => Path.Combine(Folder, "chart.png");

    public string Report => Path.Combine(Folder, "日报.txt");

    public string Voice => Path.Combine(Folder, "voice.amr");

    public static SampleFiles Create()
    {
        var files = new SampleFiles(Directory.CreateTempSubdirectory("wecomrobot-").FullName);
        File.WriteAllBytes(files.Image, BarChart.ToPng([40, 65, 30, 90, 55, 75]));
        File.WriteAllText(files.Report, "今日告警 3 条，均已恢复。\n");
        File.WriteAllBytes(files.Voice, TwoSecondsOfSilence());
        return files;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>100 AMR frames of 20 ms of type 15, which have a header and no speech data (RFC 4867).</summary>
    private static byte[] TwoSecondsOfSilence() =>
        [.. Encoding.ASCII.GetBytes("#!AMR\n"), .. Enumerable.Repeat((byte)0x7C, 100)];
}
